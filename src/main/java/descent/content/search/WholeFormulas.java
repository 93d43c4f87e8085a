package descent.content.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.util.BytesRef;

/** Marks what was found in sentences, and lets none begin or end within a formula. */
final class WholeFormulas extends DefaultPassageFormatter {
  WholeFormulas(String before, String after, String gap) {
    super(before, after, gap, true);
  }

  @Override
  public String format(Passage[] sentences, String text) {
    List<Passage> whole = new ArrayList<>();
    for (Passage sentence : sentences) {
      widen(sentence, text);
      Passage last = whole.isEmpty() ? sentence : whole.get(whole.size() - 1);
      if (last != sentence && sentence.getStartOffset() < last.getEndOffset()) {
        join(last, sentence);
      } else {
        whole.add(sentence);
      }
    }
    return super.format(whole.toArray(Passage[]::new), text);
  }

  private static void widen(Passage sentence, String text) {
    int start = Math.max(0, sentence.getStartOffset());
    int end = sentence.getEndOffset();
    sentence.setStartOffset(isWithin(text, start) ? text.lastIndexOf('$', start - 1) : start);
    sentence.setEndOffset(isWithin(text, end) ? text.indexOf('$', end) + 1 : end);
  }

  private static void join(Passage first, Passage second) {
    first.setEndOffset(Math.max(first.getEndOffset(), second.getEndOffset()));
    for (int i = 0; i < second.getNumMatches(); i++) {
      BytesRef term = second.getMatchTerms()[i];
      first.addMatch(second.getMatchStarts()[i], second.getMatchEnds()[i], term, 1);
    }
  }

  private static boolean isWithin(String text, int place) {
    return text.substring(0, place).chars().filter(sign -> sign == '$').count() % 2 == 1
        && text.indexOf('$', place) >= 0;
  }
}
