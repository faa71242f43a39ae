package guichet.moviesapp.language;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * All that pages say of themselves. The English is in {@code messages/msg_en.properties} and says
 * what each of these is; its like in every other language stands beside it.
 */
@MessageBundle("msg")
public interface Messages {
    // Every page.
    String languageSwitch();

    String skip();

    String mainNavigation();

    String films();

    String myFilms();

    String statistics();

    String signIn();

    String signOut();

    String home();

    String pages();

    String previous();

    String next();

    // The first page.
    String welcome();

    String homeHeading();

    String homeText();

    String signedInAs(String name);

    String guestText();

    // Films.
    String filmTitle();

    String year();

    String director();

    String country();

    String minutes();

    String genres();

    String yourList();

    String onYourList();

    String keep();

    String remove();

    String keepFilm(String title);

    String removeFilm(String title);

    String searchLabel();

    String search();

    String noFilms();

    String noFilmsLike(String q);

    String allFilms();

    String filmCount(long count, String number);

    String signInToKeep();

    String removed();

    String emptyList();

    String findFilms();

    String listCount(long count, String number);

    String findMore();

    // Statistics.
    String statisticsText(String films, String listings);

    String keptMostOften();

    String nobodyKeeps();

    String byDecade();

    String byGenre();

    String byCountry();

    String decade();

    String genre();

    String kept();

    // Faults.
    String cannotSignIn();

    String cannotSignInText();

    String signInFailed();

    String signInFailedText();

    String noFilmsNow();

    String noFilmsNowText();

    String wentWrong();

    String wentWrongText();

    String nothingHere();

    String nothingHereText();

    String notAllowed();

    String notAllowedText();

    String cannotBeDone();

    String cannotBeDoneText();

    String accessEnded();

    String accessEndedText();

    String youRefused();

    String youRefusedText();

    String providerRefused(String code);

    String noReason();
}
