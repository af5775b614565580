package no.bits.tls.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;

/** What the parts of a docx refer to (ECMA-376 part 2); nothing of it is ever fetched. */
final class Relationships {

    private Relationships() {
    }

    /**
     * Looks at a part as far as it can harm and remarks on what it refers to. A document
     * type can only stand before the first element (XML 1.0 section 2.8): beyond it only
     * relationships are read, and the document itself when its turn comes.
     * @param name the part
     * @param xml its bytes
     * @param maxDepth the deepest nesting
     * @param remarks where to add
     * @throws UnreadableDocument where it declares entities or is nested too deeply
     */
    static void lookThrough(String name, byte[] xml, int maxDepth, List<Remark> remarks) {
        try {
            XMLStreamReader reader = GuardedXml.over(xml, name, maxDepth);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (!name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
                    return;
                }
                lookAt(reader, remarks);
            }
        }
        catch (XMLStreamException ex) {
            if (holdsDocumentType(xml)) {
                throw UnreadableDocument.entities(name);
            }
        }
    }

    /** The part that is the document itself. */
    static Optional<String> mainPart(byte[] rels, int maxDepth) {
        try {
            XMLStreamReader reader = GuardedXml.over(rels, "_rels/.rels", maxDepth);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && attribute(reader, "Type").endsWith("/officeDocument")) {
                    return Optional.of(attribute(reader, "Target").replaceFirst("^/", ""));
                }
            }
        }
        catch (XMLStreamException ex) {
            throw UnreadableDocument.damaged("The file does not say which part is the document");
        }
        return Optional.empty();
    }

    private static void lookAt(XMLStreamReader reader, List<Remark> remarks) {
        String type = attribute(reader, "Type");
        String target = attribute(reader, "Target");
        if (type.endsWith("/aFChunk")) {
            remarks.add(new Remark(Code.EMBEDDED_OBJECT, WordPackage.safe(target)));
        }
        else if (attribute(reader, "TargetMode").equals("External") && !isOrdinaryLink(type, target)) {
            remarks.add(new Remark(Code.EXTERNAL_REFERENCE, WordPackage.safe(target)));
        }
    }

    private static boolean isOrdinaryLink(String type, String target) {
        return type.endsWith("/hyperlink") && target.toLowerCase(Locale.ROOT).matches("(?:https?:|mailto:|tel:|#).*");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return (value != null) ? value : "";
    }

    private static boolean holdsDocumentType(byte[] xml) {
        return new String(xml, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");
    }

}
