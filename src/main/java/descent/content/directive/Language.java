package descent.content.directive;

import descent.words.Words;
import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.Tag;

/** Marks the language of a part where the page's words and its author's differ. */
public final class Language {
  private Language() {}

  /** What an author wrote, which stays English. */
  public static <T extends Tag<T>> T ofAuthor(T tag, Words words) {
    return tag.condAttr(!words.isEnglish(), "lang", Words.ENGLISH.language());
  }

  /** The same for what has no tag of its own. */
  public static DomContent ofAuthor(DomContent content, Words words) {
    return words.isEnglish() ? content : ofAuthor(TagCreator.span(content), words);
  }

  /** What the interface says inside an author's text. */
  public static <T extends Tag<T>> T ofReader(T tag, Words words) {
    return tag.condAttr(!words.isEnglish(), "lang", words.language());
  }
}
