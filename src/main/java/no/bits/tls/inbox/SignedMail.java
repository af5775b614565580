package no.bits.tls.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.inbox.IncomingMail.Attachment;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;

/**
 * What stands inside a signature (RFC 5652), without a judgement on the signature.
 */
final class SignedMail {

    private static final Pattern SIGNED_FILE = Pattern.compile("(.+\\.\\w{1,5})\\.p7m", Pattern.CASE_INSENSITIVE);

    private SignedMail() {
    }

    /** Outlook saves a mail that is signed beside its text under the same name. */
    static Contents open(Attachment file, Budget budget) throws Exception {
        byte[] content = file.content();
        byte[] inside = file.contentType().equals("multipart/signed") ? content : signed(content);
        Matcher signedFile = SIGNED_FILE.matcher(file.fileName());
        if (inside.length == 0 || signedFile.matches()) {
            return Contents.of(signedFile.matches() ? List.of(MailFile.named(signedFile.group(1), inside)) : List.of());
        }
        return Contents.signed(MailReading.of(inside, budget));
    }

    private static byte[] signed(byte[] message) throws IOException, CMSException {
        ContentInfo info = contentInfo(message);
        Budget.require(!isEncrypted(info.getContentType()), () -> Sentences.ENCRYPTED);
        CMSTypedData signed = new CMSSignedData(info).getSignedContent();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (signed != null) {
            requireMail(signed.getContentType());
            signed.write(content);
        }
        return content.toByteArray();
    }

    private static void requireMail(ASN1ObjectIdentifier type) throws IOException {
        if (!type.equals(CMSObjectIdentifiers.data)) {
            throw new IOException("What is signed is of the type %s and no mail".formatted(type));
        }
    }

    private static ContentInfo contentInfo(byte[] message) throws IOException {
        try (ASN1InputStream asn1 = new ASN1InputStream(message)) {
            return ContentInfo.getInstance(asn1.readObject());
        }
    }

    private static boolean isEncrypted(ASN1ObjectIdentifier type) {
        return type.equals(CMSObjectIdentifiers.envelopedData) || type.equals(CMSObjectIdentifiers.authEnvelopedData)
                || type.equals(CMSObjectIdentifiers.encryptedData);
    }

}
