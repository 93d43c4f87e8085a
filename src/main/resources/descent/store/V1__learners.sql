CREATE TABLE learner (
  id TEXT PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  at BIGINT NOT NULL
);

CREATE TABLE attempt (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  learner TEXT NOT NULL,
  question TEXT NOT NULL,
  version TEXT NOT NULL,
  variant BIGINT NOT NULL,
  drawn TEXT NOT NULL,
  asked TEXT NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX attempt_of_learner ON attempt (learner, question);
CREATE INDEX attempt_at_question ON attempt (question);

CREATE TABLE marking (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  attempt TEXT NOT NULL,
  version TEXT NOT NULL,
  mark TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX marking_of_attempt ON marking (attempt);

CREATE TABLE draft (
  learner TEXT NOT NULL,
  question TEXT NOT NULL,
  version TEXT NOT NULL,
  variant BIGINT NOT NULL,
  answer TEXT NOT NULL,
  revision BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (learner, question)
);

CREATE TABLE event (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  learner TEXT NOT NULL,
  verb TEXT NOT NULL,
  object TEXT NOT NULL,
  data TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX event_of_learner ON event (learner);
