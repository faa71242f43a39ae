package guichet.authorization.people.account;

import jakarta.inject.Singleton;

/** The pages below {@code /account}. */
@Singleton
record AccountPages(
        OverviewPage overview, ProfilePage profile, EmailPage email, PasswordPage password) {}
