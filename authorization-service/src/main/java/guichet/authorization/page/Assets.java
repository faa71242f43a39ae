package guichet.authorization.page;

import guichet.oauth.OpaqueToken;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of our own styles, scripts and images; templates read it as {@code inject:assets}.
 * Each has a part of the file's digest in it: browsers may keep it for a year, RFC 8246, since a
 * file that changes has another address.
 */
@Singleton
@Named("assets")
public class Assets {
    private static final int ENOUGH = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of the file of this name. */
    public String address(String file) {
        return addresses.computeIfAbsent(file, Assets::versioned);
    }

    private static String versioned(String file) {
        String digest = OpaqueToken.of(read(file)).sha256();
        return "/assets/%s?v=%s".formatted(file, digest.substring(0, ENOUGH));
    }

    private static String read(String file) {
        String path = "/META-INF/resources/assets/" + file;
        try (InputStream content = Assets.class.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("assets/%s is missing".formatted(file));
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
