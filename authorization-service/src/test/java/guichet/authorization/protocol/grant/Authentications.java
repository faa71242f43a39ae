package guichet.authorization.protocol.grant;

import guichet.authorization.people.session.SignInMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How people of tests proved who they are. */
public final class Authentications {
    private Authentications() {}

    /** By password, through an application. */
    public static Authentication byPassword(Instant authTime) {
        return Authentication.by(new SignInMethod.Password(), authTime);
    }

    /** By password, in this session. */
    public static Authentication byPassword(Instant authTime, UUID sid) {
        var method = new SignInMethod.Password();
        return new Authentication(authTime, method.amr(), method.acr(), Optional.of(sid));
    }
}
