package no.bits.tls.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A mail as the server gave it to us.
 *
 * @param uid its number in the mailbox
 * @param size its size in bytes as the server says
 * @param raw its bytes, or only its header where it is not whole
 * @param whole whether it is within our size limit
 * @param sha256 what names these bytes
 */
record FetchedMail(long uid, long size, byte[] raw, boolean whole, byte[] sha256) {

    FetchedMail(long uid, long size, byte[] raw, boolean whole) {
        this(uid, size, raw, whole, sha256(raw));
    }

    private static byte[] sha256(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("This Java has no SHA-256", ex);
        }
    }

}
