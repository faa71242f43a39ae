package guichet.system.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A relying party's key for RS256, and what it signs. */
record ClientKeys(RSAKey key) {
    /** A new one, with a name if there are to be several. */
    static ClientKeys generated(Optional<String> kid) {
        try {
            var generator =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256);
            kid.ifPresent(generator::keyID);
            return new ClientKeys(generator.generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, as it is published. */
    String published() {
        return new JWKSet(key).toString(true);
    }

    /** Proves who the client is, OpenID Connect Core §9. */
    String assertion(String clientId, String audience) {
        Instant now = Instant.now();
        return signed(
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
    }

    /** A request as a JWT, §6.1. */
    String requestObject(Map<String, String> parameters, String clientId, String issuer) {
        return signed(claims(parameters).issuer(clientId).audience(issuer).build());
    }

    /** The same without a signature. */
    static String unsigned(Map<String, String> parameters) {
        return new PlainJWT(claims(parameters).build()).serialize();
    }

    private static JWTClaimsSet.Builder claims(Map<String, String> parameters) {
        var claims = new JWTClaimsSet.Builder();
        parameters.forEach(claims::claim);
        return claims;
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
