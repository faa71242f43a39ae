package guichet.authorization.protocol.consent;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.openid.StandardClaim;
import java.util.Optional;

/** What an application may do that is given a scope of OpenID Connect, or told a claim. */
final class OpenIdWords {
    private OpenIdWords() {}

    /** A scope that belongs to no API, OpenID Connect Core §5.4 and §11; empty for any other. */
    static Optional<Text> ofScope(String scope) {
        return Optional.ofNullable(
                switch (scope) {
                    case "openid" -> Messages::scopeOpenid;
                    case "profile" -> Messages::scopeProfile;
                    case "email" -> Messages::scopeEmail;
                    case "address" -> Messages::scopeAddress;
                    case "phone" -> Messages::scopePhone;
                    case "offline_access" -> Messages::scopeOfflineAccess;
                    default -> null;
                });
    }

    /** A claim, OpenID Connect Core §5.1. */
    static Text of(StandardClaim claim) {
        return switch (claim) {
            case NAME -> Messages::seeName;
            case GIVEN_NAME -> Messages::seeGivenName;
            case MIDDLE_NAME -> Messages::seeMiddleName;
            case FAMILY_NAME -> Messages::seeFamilyName;
            case NICKNAME -> Messages::seeNickname;
            case PREFERRED_USERNAME -> Messages::seeUserName;
            case PROFILE -> Messages::seeProfilePage;
            case PICTURE -> Messages::seePicture;
            case WEBSITE -> Messages::seeWebsite;
            case GENDER -> Messages::seeGender;
            case BIRTHDATE -> Messages::seeBirthdate;
            case ZONEINFO -> Messages::seeTimeZone;
            case LOCALE -> Messages::seeLocale;
            case UPDATED_AT -> Messages::seeUpdatedAt;
            case EMAIL -> Messages::scopeEmail;
            case EMAIL_VERIFIED -> Messages::seeEmailConfirmed;
            case ADDRESS -> Messages::scopeAddress;
            case PHONE_NUMBER -> Messages::scopePhone;
            case PHONE_NUMBER_VERIFIED -> Messages::seePhoneConfirmed;
        };
    }
}
