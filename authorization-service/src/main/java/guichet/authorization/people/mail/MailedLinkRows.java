package guichet.authorization.people.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link MailedLinks} keeps. */
@ApplicationScoped
class MailedLinkRows implements PanacheRepositoryBase<MailedLink, String> {}
