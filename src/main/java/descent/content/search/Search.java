package descent.content.search;

import descent.content.Course;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a course: in its sections, figures and glossary; immutable, thread-safe.
 *
 * <p>All words must occur, in any form ("converges" finds "convergence"); the last may be
 * unfinished. A word in a title counts four times.
 */
public final class Search {
  private static final int MOST = 40;
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 12;
  private static final float TITLE = 4;

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final List<Passage> passages;
  private final IndexSearcher searcher;

  /**
   * Something found.
   *
   * @param place where it stands, such as "5 Momentum"
   * @param title plain text
   * @param excerpt the sentences that fit best, as HTML; words found are marked
   */
  public record Hit(String place, String title, String address, String excerpt) {}

  public Search(Course course) {
    passages = Passage.of(course);
    var directory = new ByteBuffersDirectory();
    try {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Passage passage : passages) {
          var document = new Document();
          document.add(new TextField("title", passage.title(), Store.NO));
          document.add(new TextField("words", passage.words(), Store.YES));
          writer.addDocument(document);
        }
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The best first; nothing for a text without words. */
  public List<Hit> hits(String text) {
    try {
      List<String> words = words(text.substring(0, Math.min(LONGEST, text.length())));
      if (words.isEmpty()) {
        return List.of();
      }
      Query query = query(words);
      TopDocs found = searcher.search(query, MOST);
      String[] excerpts = highlighter().highlight("words", query, found, 2);
      var hits = new ArrayList<Hit>();
      for (int i = 0; i < found.scoreDocs.length; i++) {
        Passage passage = passages.get(found.scoreDocs[i].doc);
        hits.add(
            new Hit(passage.place(), passage.title(), passage.address(), formulas(excerpts[i])));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> words(String text) throws IOException {
    var words = new ArrayList<String>();
    try (TokenStream tokens = analyzer.tokenStream("words", new StringReader(text))) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MOST_WORDS) {
        words.add(term.toString());
      }
      tokens.end();
    }
    return words;
  }

  private static Query query(List<String> words) {
    var all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      var either = new BooleanQuery.Builder();
      for (String field : List.of("title", "words")) {
        float boost = field.equals("title") ? TITLE : 1;
        Term term = new Term(field, words.get(i));
        either.add(new BoostQuery(new TermQuery(term), boost), Occur.SHOULD);
        if (i == words.size() - 1) {
          either.add(new BoostQuery(new PrefixQuery(term), boost / 8), Occur.SHOULD);
        }
      }
      all.add(either.build(), Occur.MUST);
    }
    return all.build();
  }

  private UnifiedHighlighter highlighter() {
    return UnifiedHighlighter.builder(searcher, analyzer)
        .withFormatter(new WholeFormulas("\u0001", "\u0002", " … "))
        .build();
  }

  /** TeX between dollars becomes a formula, in which nothing is marked; a title may be alone. */
  private static String formulas(@Nullable String excerpt) {
    if (excerpt == null) {
      return "";
    }
    String[] parts = excerpt.split("\\$", -1);
    var html = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean isFormula = i % 2 == 1 && i < parts.length - 1;
      html.append(
          isFormula
              ? "<span class=\"math\">" + parts[i].replaceAll("[\u0001\u0002]", "") + "</span>"
              : parts[i].replace("\u0001", "<mark>").replace("\u0002", "</mark>"));
    }
    return html.toString();
  }
}
