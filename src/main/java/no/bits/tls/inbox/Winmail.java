package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.inbox.IncomingMail.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** The files in a {@code winmail.dat}, checked before anything believes its sizes. */
final class Winmail {

    private static final int HEADER = 6;

    private static final int ATTRIBUTE_HEADER = 9;

    private static final int CHECKSUM = 2;

    private static final int INTERFACE = 16;

    /** Properties grow when they are read, by far the most of what there is to grow. */
    private static final int MOST_PROPERTIES = 5_000_000;

    private static final Set<Integer> PROPERTIES = Set.of(TNEFProperty.ID_MAPIPROPERTIES.id,
            TNEFProperty.ID_ATTACHMENT.id);

    static {
        TNEFAttribute.setMaxRecordLength(Integer.MAX_VALUE);
        MAPIAttribute.setMaxRecordLength(MOST_PROPERTIES);
    }

    private Winmail() {
    }

    static Contents open(Attachment file, Budget budget) throws IOException {
        requireSound(ByteBuffer.wrap(file.content()).order(ByteOrder.LITTLE_ENDIAN));
        List<MailFile> files = new ArrayList<>();
        for (var attached : new HMEFMessage(new ByteArrayInputStream(file.content())).getAttachments()) {
            budget.takePart();
            files.add(file(attached));
        }
        return Contents.of(files);
    }

    private static void requireSound(ByteBuffer tnef) throws IOException {
        int properties = 0;
        tnef.position(HEADER);
        while (tnef.remaining() >= ATTRIBUTE_HEADER && isAttribute(tnef.get())) {
            int id = Short.toUnsignedInt(tnef.getShort());
            tnef.getShort();
            int length = tnef.getInt();
            if (length < 0 || length > tnef.remaining() - CHECKSUM) {
                throw new IOException("An attribute of %d bytes does not fit in".formatted(length));
            }
            properties += PROPERTIES.contains(id) ? length : 0;
            tnef.position(tnef.position() + length + CHECKSUM);
        }
        Budget.require(properties <= MOST_PROPERTIES, () -> Sentences.DAMAGED);
    }

    private static boolean isAttribute(byte level) {
        return level == TNEFProperty.LEVEL_MESSAGE || level == TNEFProperty.LEVEL_ATTACHMENT;
    }

    private static MailFile file(org.apache.poi.hmef.Attachment attached) {
        String name = Stream
            .of(string(attached, MAPIProperty.ATTACH_LONG_FILENAME), attached.getFilename(),
                    string(attached, MAPIProperty.DISPLAY_NAME))
            .filter((candidate) -> candidate != null && !candidate.isBlank())
            .findFirst()
            .orElse("");
        return (attached.getAttribute(TNEFProperty.ID_ATTACHDATA) != null)
                ? MailFile.named(name, attached.getContents())
                : new MailFile(name, "application/ms-tnef", embedded(attached));
    }

    private static @Nullable String string(org.apache.poi.hmef.Attachment attached, MAPIProperty property) {
        return MAPIStringAttribute.getAsString(attached.getMAPIAttribute(property));
    }

    /** A mail within, after the identifier of how to reach it ([MS-OXTNEF] 2.1.3.4). */
    private static byte[] embedded(org.apache.poi.hmef.Attachment attached) {
        MAPIAttribute object = attached.getMAPIAttribute(MAPIProperty.ATTACH_DATA);
        byte[] data = (object != null) ? object.getData() : new byte[0];
        return (data.length > INTERFACE) ? Arrays.copyOfRange(data, INTERFACE, data.length) : data;
    }

}
