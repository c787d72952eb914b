package be.leerkring.local.browser.checks;

import be.leerkring.testing.Proof;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Plays a story of many pages in one language of its reader, and in all of them where everything is to be proven: they
 * have the same templates, and what words alone can spoil is tried with all pages at once, in the other language, by
 * {@code WrittenPagesTest}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(InLanguages.Source.class)
public @interface InLanguages {

    /** The one. */
    String first() default "nl";

    /** What JUnit asks for the languages. */
    final class Source implements ArgumentsProvider, AnnotationConsumer<InLanguages> {

        private String first;

        @Override
        public void accept(InLanguages languages) {
            first = languages.first();
        }

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return Proof.isFull() ? Stream.of(Arguments.of("nl"), Arguments.of("en")) : Stream.of(Arguments.of(first));
        }
    }
}
