package guichet.system.browser;

/** The page on which people make an account, filled in. */
final class SignUp {
    private SignUp() {}

    static Visitor fillsIn(Visitor visitor, Account account) {
        return visitor.types("Name to sign in with", account.username())
                .types("What you are called", account.name())
                .types("E-mail address", account.email())
                .types("Password", account.password());
    }
}
