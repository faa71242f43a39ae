package guichet.authorization.people.signin;

import guichet.kit.contract.Golden;
import java.util.UUID;

/** Passwords that applications pass on, in the words of the contract. */
public final class PasswordCall {
    private PasswordCall() {}

    /** A person's, by this client. */
    public static Golden of(String client, String username, String password) {
        return by(client, Golden.today("password-grants-granted"))
                .with("request.username", username)
                .with("request.password", password);
    }

    /** What the file has, by this client. */
    static Golden by(String client, Golden golden) {
        return golden.replacing(golden.text("request.client_id"), client);
    }

    /** A guess for somebody who is not there. */
    public static Golden ofNobody(String client, Golden golden) {
        return by(client, golden).with("request.username", "nobody-" + UUID.randomUUID());
    }
}
