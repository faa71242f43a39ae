package guichet.system.browser;

/** The page on which people make an account, filled in. */
final class SignUp {
    private SignUp() {}

    static Visitor fillsIn(Visitor visitor, Account account) {
        return visitor.types("User name", account.username())
                .types("Your name", account.name())
                .types("E-mail address", account.email())
                .types("Password", account.password());
    }
}
