package no.bits.tls.domainlist;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.springframework.http.MediaType;

/**
 * One version of the Domain List as a file.
 *
 * @param version the version
 * @param name the name under which it is downloaded
 * @param mediaType what kind of file it is
 * @param content its bytes
 * @param sha256 the SHA-256 of its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record ListFile(DomainListVersion version, String name, MediaType mediaType, byte[] content, byte[] sha256) {

    static ListFile of(DomainListVersion version, ListFormat format, byte[] content) {
        return new ListFile(version, format.fileName(), format.mediaType(), content, sha256Of(content));
    }

    static byte[] sha256Of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

}
