package guichet.system.actor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** A validator that keeps the JWK Set for as long as it may, and looks for no key in between. */
public final class CachingValidator {
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

    private final Http http;
    private JWKSet keys = new JWKSet();
    private Instant goodUntil = Instant.EPOCH;

    public CachingValidator(Http http) {
        this.http = http;
    }

    /** Whether the key of the token was published when this validator last had to look. */
    public synchronized boolean takes(SignedJWT token) throws ParseException, JOSEException {
        Instant now = Instant.now();
        if (!now.isBefore(goodUntil)) {
            Answer answer = http.get("/jwks");
            var maxAge = MAX_AGE.matcher(answer.header("Cache-Control"));
            if (!maxAge.find()) {
                throw new AssertionError("the keys do not say how long they are good");
            }
            keys = JWKSet.parse(answer.body().toString());
            goodUntil = now.plus(Duration.ofSeconds(Long.parseLong(maxAge.group(1))));
        }
        JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new ECDSAVerifier(key.toECKey()));
    }
}
