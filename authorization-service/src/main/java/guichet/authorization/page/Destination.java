package guichet.authorization.page;

import guichet.oauth.HttpAddress;
import java.net.URI;

/** Where an address leads, as people are told. */
public final class Destination {
    private Destination() {}

    /**
     * The host of a web address, with its port. Of a private scheme only the scheme: what looks
     * like a host in {@code com.example.app://bank.example} is the application's free choice.
     */
    public static String of(String address) {
        return of(address, Language.ENGLISH);
    }

    /** The same in a language. */
    public static String of(String address, Language language) {
        var uri = URI.create(address);
        return HttpAddress.of(uri)
                .map(it -> it.host() + it.port().map(port -> ":" + port).orElse(""))
                .orElseGet(() -> onDevice(language).formatted(uri.getScheme()));
    }

    private static String onDevice(Language language) {
        return switch (language) {
            case ENGLISH -> "the application %s on this device";
            case FRENCH -> "l’application %s sur cet appareil";
        };
    }
}
