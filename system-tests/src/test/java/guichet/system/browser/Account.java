package guichet.system.browser;

import guichet.system.people.Letterbox;
import guichet.system.stack.RunningStack.Suite;
import java.util.UUID;

/** Who somebody is at the provider. */
record Account(String username, String name, String email, String password) {
    /** Of the local profile: has films to keep. */
    static Account bob() {
        return new Account("bob", "Bob Miller", "bob@guichet.example", "bob-opens-the-door");
    }

    /** Nobody's yet. */
    static Account fresh() {
        String username = "n" + UUID.randomUUID().toString().substring(0, 12);
        String email = username + "@people.example";
        return new Account(username, "Noa Comer", email, "heron kettle ninety seven");
    }

    Account withPassword(String other) {
        return new Account(username, name, email, other);
    }

    Account withEmail(String other) {
        return new Account(username, name, other, password);
    }

    Letterbox letters(Suite stack) {
        return Letterbox.of(stack, email);
    }
}
