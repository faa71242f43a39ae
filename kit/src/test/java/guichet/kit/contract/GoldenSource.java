package guichet.kit.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test with each of these exchanges, in today's words and in those of older neighbours. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(GoldenSource.OfEachVersion.class)
public @interface GoldenSource {
    /** The names of the files. */
    String[] value();

    /** Reads them. */
    final class OfEachVersion implements ArgumentsProvider, AnnotationConsumer<GoldenSource> {
        private Stream<String> names = Stream.of();

        @Override
        public void accept(GoldenSource source) {
            names = Stream.of(source.value());
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return names.flatMap(it -> GoldenFiles.ofEachVersion(GoldenFiles.FOLDER, it))
                    .map(Arguments::of);
        }
    }
}
