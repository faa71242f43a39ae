package guichet.authorization.page;

import com.google.errorprone.annotations.Immutable;
import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.HttpAddress;
import java.net.URI;

/** Where an address leads, as people are told. */
@Immutable
public record Destination(String address) implements Text {
    /**
     * The host of a web address, with its port. Of a private scheme only the scheme: what looks
     * like a host in {@code com.example.app://bank.example} is the application's free choice.
     */
    @Override
    public String in(Messages words) {
        var uri = URI.create(address);
        return HttpAddress.of(uri)
                .map(it -> it.host() + it.port().map(port -> ":" + port).orElse(""))
                .orElseGet(() -> words.onThisDevice(uri.getScheme()));
    }
}
