/** What a learner is asked: each kind of question draws itself and marks an answer. */
@org.jspecify.annotations.NullMarked
package descent.content.question;
