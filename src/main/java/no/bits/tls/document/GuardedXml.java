package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import org.jspecify.annotations.NullUnmarked;

/**
 * XML that can do no harm: without document type, entities and endless nesting; the names
 * of strict Office Open XML (ISO/IEC 29500) given as those of the transitional one.
 */
@NullUnmarked
final class GuardedXml extends StreamReaderDelegate {

    private static final Map<String, String> TRANSITIONAL = Map.of("http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/drawingml/main", "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    }

    private final String part;

    private final int maxDepth;

    private int depth;

    private GuardedXml(XMLStreamReader reader, String part, int maxDepth) {
        super(reader);
        this.part = part;
        this.maxDepth = maxDepth;
    }

    static GuardedXml over(byte[] xml, String part, int maxDepth) throws XMLStreamException {
        return new GuardedXml(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)), part, maxDepth);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw UnreadableDocument.entities(this.part);
        }
        this.depth += (event == XMLStreamConstants.START_ELEMENT) ? 1 : 0;
        this.depth -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
        if (this.depth > this.maxDepth) {
            throw UnreadableDocument.tooLarge("The XML in the file is nested too deeply");
        }
        return event;
    }

    @Override
    public String getNamespaceURI() {
        return transitional(super.getNamespaceURI());
    }

    @Override
    public String getAttributeNamespace(int index) {
        return transitional(super.getAttributeNamespace(index));
    }

    private static String transitional(String namespace) {
        return (namespace == null) ? null : TRANSITIONAL.getOrDefault(namespace, namespace);
    }

}
