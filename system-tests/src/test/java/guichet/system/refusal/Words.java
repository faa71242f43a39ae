package guichet.system.refusal;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The texts of sources, as the compiler reads them: escapes are what they stand for. */
final class Words {
    private static final Pattern WORDS = Pattern.compile("\\p{L},? (\\p{L}|%)|%s \\p{L}");

    /** Pages, queries, and headers whose parameters are quoted. */
    private static final Pattern OTHERS =
            Pattern.compile(
                    "(<!DOCTYPE html>|(with \\w+ as (materialized )?\\(|select |insert into |update |delete "
                            + "|from \\p{Lu}\\w+ )"
                            + ".*\\s(from|values|where)\\s"
                            + "|(Bearer|Basic|%s,) \\w+=\").*",
                    Pattern.DOTALL);

    private Words() {}

    /** What is worded for somebody to read, in these sources. */
    static List<String> of(Path sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(it -> it.toString().endsWith(".java")).toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(java));
            List<String> texts = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Texts().scan(unit, texts);
            }
            return texts.stream().filter(Words::isWorded).toList();
        }
    }

    private static boolean isWorded(String text) {
        return WORDS.matcher(text).find() && !OTHERS.matcher(text).matches();
    }

    private static final class Texts extends TreeScanner<Void, List<String>> {
        @Override
        public Void visitLiteral(LiteralTree literal, List<String> texts) {
            if (literal.getValue() instanceof String text) {
                texts.add(text);
            }
            return null;
        }
    }
}
