package guichet.authorization.people.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the account's own pages, checked against these signatures. */
@CheckedTemplate(basePath = "account")
final class AccountTemplates {
    private AccountTemplates() {}

    static native TemplateInstance overview(AccountView account);
}
