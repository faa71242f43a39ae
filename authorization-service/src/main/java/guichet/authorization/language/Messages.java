package guichet.authorization.language;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * All that pages and letters say of themselves. The English is in {@code
 * messages/msg_en.properties} and says what each of these is; its like in every other language
 * stands beside it.
 */
@MessageBundle("msg")
public interface Messages {
    // Every page.
    String languageSwitch();

    String error();

    String colon();

    String optional();

    String theApplication();

    String anApplication();

    String onThisDevice(String scheme);

    String toContinueTo(String application);

    String continueOn();

    String continueTo(String destination);

    String yourAccount();

    String signIn();

    String signInFor(String application);

    String signOut();

    String password();

    String emailAddress();

    String userName();

    String personName();

    String useAnotherAccount();

    // The first page.
    String welcome();

    String welcomeIntroduction();

    String forYou();

    String forDevelopers();

    String whatThisIs();

    String openIdMetadata();

    String oauthMetadata();

    String whatErrorsMean();

    // Signing in.
    String createAccount();

    String forgotPassword();

    String chooseNewPassword();

    String wrongPassword();

    String tooManyAttempts(long seconds);

    String chooseAccount();

    String signedInWithUserName(String username);

    String continueAs(String name);

    // Creating an account.
    String emailHint();

    String passwordHint(int shortest);

    String userNameTaken();

    String signInInstead();

    String signUpClosed();

    String signUpClosedText();

    // What is wrong with what somebody filled in.
    String userNameRule();

    String nameRule();

    String emailRule();

    String passwordTooShort(int shortest);

    String passwordTooLong(int longest);

    String passwordWithControls();

    String passwordEasy();

    String passwordNotYours();

    String passwordMissing();

    String passwordNoLonger();

    String profileTextRule();

    String profileExampleRule(String example);

    String profileExample(String example);

    String nothingSaved();

    // A new password by a link.
    String resetIntroduction();

    String sendLink();

    String checkEmail();

    String resetSent();

    String resetChoice();

    String newPassword();

    String changePassword();

    String passwordChanged();

    String passwordChangedText();

    String linkExpired();

    String resetLinkExpired();

    String anotherLink();

    String noMail();

    String noMailText();

    // Confirming an e-mail address.
    String confirmEmail();

    String confirm();

    String confirmEmailText(String address, String username);

    String passwordOfAccount();

    String emailConfirmed();

    String emailConfirmedText(String address);

    String emailLinkExpired();

    // The account.
    String emailConfirmedNote();

    String emailUnconfirmedNote();

    String none();

    String yourProfile();

    String yourEmail();

    String yourPassword();

    String confirmOrChangeEmail();

    String changeEmail();

    String sessions();

    String thisBrowser();

    String anotherBrowser();

    String sessionTimes(String since, String used);

    String signOutOthers();

    String emailIntroduction();

    String currentPassword();

    String passwordIntroduction();

    String profileIntroduction();

    String save();

    String profileDone();

    String emailDone();

    String passwordDone();

    String sessionsDone();

    String accessDone();

    String accessNone();

    // What people say of themselves, OpenID Connect Core §5.1.
    String givenName();

    String middleName();

    String familyName();

    String nickname();

    String gender();

    String birthdate();

    String phoneNumber();

    String website();

    String profilePage();

    String picture();

    String timeZone();

    String locale();

    String streetAddress();

    String postalCode();

    String locality();

    String region();

    String country();

    String dateExample();

    // The approval page.
    String allowQuestion(String application);

    String selfRegistered(String destination);

    String wantsTo(String name);

    String sentEither(String destination);

    String sentApart(String destination, String refused);

    String allow();

    String refuse();

    String termsOfService();

    String privacyPolicy();

    // Scopes of OpenID Connect Core §5.4 and §11.
    String scopeOpenid();

    String scopeProfile();

    String scopeEmail();

    String scopeAddress();

    String scopePhone();

    String scopeOfflineAccess();

    // Single claims, OpenID Connect Core §5.1.
    String seeName();

    String seeGivenName();

    String seeMiddleName();

    String seeFamilyName();

    String seeNickname();

    String seeUserName();

    String seeProfilePage();

    String seePicture();

    String seeWebsite();

    String seeGender();

    String seeBirthdate();

    String seeTimeZone();

    String seeLocale();

    String seeUpdatedAt();

    String seeEmailConfirmed();

    String seePhoneConfirmed();

    // Applications with access.
    String applications();

    String noApplications();

    String removeAccess();

    String fromApplication(String application);

    String moreApplications();

    String deletedApplication();

    // On to an application.
    String backToApplication();

    String ifNothingHappens();

    String departureQuestion(String destination);

    String departureWhere(String destination);

    String departureAdvice();

    String forItsMakers();

    // Signing out.
    String signOutQuestion();

    String signOutAsked(String application);

    String signOutText(String name);

    String staySignedIn();

    String signedOut();

    String wantsYouAt(String application, String destination);

    String anApplicationWantsYouAt(String destination);

    String goBackTo(String application);

    String canClose();

    String signingOut();

    // Faults.
    String cannotBeAnswered();

    String cannotBeAnsweredText();

    String nothingHere();

    String nothingHereText();

    String waitALittle();

    String waitALittleText();

    String tryAgainSoon();

    String tryAgainSoonText();

    String wentWrong();

    String wentWrongText();

    String outOfDate();

    String outOfDateText();

    String ofAnotherSite();

    String ofAnotherSiteText();

    String nothingShared();

    String whatItMeans();

    String allErrors();

    String errors();

    String errorNamed(String code);

    // Letters.
    String hello();

    String helloTo(String name);

    String letterPasswordSubject();

    String letterVerify(String username, String issuer);

    String letterVerifyEnd();

    String letterInvitation(String username, String issuer);

    String letterInvitationEnd();

    String letterResetSubject();

    String letterReset(String username, String issuer);

    String letterResetEnd();

    String letterInUseSubject();

    String letterInUse(String username, String issuer);

    String letterInUseEnd();

    String letterChangesSubject();

    String letterChanges(String username, String issuer);

    String letterChangesEnd();

    String letterChangedSubject();

    String letterChanged(String username, String issuer);

    String letterChangedEnd();
}
