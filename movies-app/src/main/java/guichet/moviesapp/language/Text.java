package guichet.moviesapp.language;

import com.google.errorprone.annotations.Immutable;

/**
 * What a person is to read, in whichever language it turns out to be: often a message as such, as
 * in {@code Messages::signIn}.
 */
@Immutable
@FunctionalInterface
public interface Text {
    /** What it reads in the language of these messages. */
    String in(Messages words);

    /** What reads the same in every language: a name, an address. */
    static Text of(String data) {
        return _ -> data;
    }
}
