package descent.content.search;

import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.Passage;

/** Marks what was found in sentences, and lets none begin or end within a formula. */
final class WholeFormulas extends DefaultPassageFormatter {
  WholeFormulas(String before, String after, String gap) {
    super(before, after, gap, true);
  }

  @Override
  public String format(Passage[] sentences, String text) {
    int end = 0;
    for (Passage sentence : sentences) {
      int start = Math.max(0, sentence.getStartOffset());
      sentence.setStartOffset(
          Math.max(end, isWithin(text, start) ? text.lastIndexOf('$', start - 1) : start));
      end = sentence.getEndOffset();
      end = isWithin(text, end) ? text.indexOf('$', end) + 1 : end;
      end = Math.max(end, sentence.getStartOffset());
      sentence.setEndOffset(end);
    }
    return super.format(sentences, text);
  }

  private static boolean isWithin(String text, int place) {
    return text.substring(0, place).chars().filter(sign -> sign == '$').count() % 2 == 1
        && text.indexOf('$', place) >= 0;
  }
}
