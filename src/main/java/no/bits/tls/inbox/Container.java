package no.bits.tls.inbox;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.inbox.IncomingMail.Attachment;

/** The kinds of files that hold other files, told by declared type or name. */
enum Container {

    /** A mail as it was sent (RFC 5322). */
    MAIL("message/(?:rfc822|global)", ".+\\.eml", Container::openMail),

    /** A mail as Outlook saves it ([MS-OXMSG]). */
    OUTLOOK_MAIL("application/vnd\\.ms-outlook", ".+\\.msg", OutlookMail::open),

    /** The files of a mail as Exchange packs them ([MS-OXTNEF]). */
    WINMAIL("application/(?:vnd\\.)?ms-tnef", "win(?:mail)?\\.dat", Winmail::open),

    /** What somebody signed, inside the signature (RFC 8551, 3.5.2), or encrypted. */
    SIGNED_MAIL("application/(?:x-)?pkcs7-mime", ".+\\.p7m", SignedMail::open),

    /** A zip file; by its name alone, since some mailers call every docx one. */
    ZIP("(?!)", ".+\\.zip", ZippedFiles::open),

    /** One packed file (RFC 1952), as TLS reports come (RFC 8460, 5.2). */
    GZIP("application/(?:(?:x-)?gzip|tlsrpt\\+gzip)", ".+\\.gz", PackedFile::open);

    private final Pattern type;

    private final Pattern name;

    private final Opener opener;

    Container(String type, String name, Opener opener) {
        this.type = Pattern.compile(type);
        this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE);
        this.opener = opener;
    }

    static Optional<Container> of(Attachment file) {
        return Arrays.stream(values())
            .filter((kind) -> kind.type.matcher(file.contentType()).matches()
                    || kind.name.matcher(file.fileName()).matches())
            .findFirst();
    }

    /**
     * Takes the contents out.
     * @param file a file of this kind, as it says
     * @param budget what may still be used
     * @return all of its contents
     * @throws MailBeyondLimits if they are beyond a limit, or closed to us
     * @throws Exception if it cannot be read
     */
    Contents open(Attachment file, Budget budget) throws Exception {
        return this.opener.open(file, budget);
    }

    private static Contents openMail(Attachment file, Budget budget) throws Exception {
        ParsedMail mail = MailReading.of(file.content(), budget);
        return Contents.of(mail.enclosedAs(file.number()), mail.files());
    }

    /** How one kind is opened. */
    @FunctionalInterface
    private interface Opener {

        Contents open(Attachment file, Budget budget) throws Exception;

    }

}
