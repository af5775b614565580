package no.bits.tls.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws a page of a PDF; leaves out pictures beyond the limits, and stops as soon as its
 * thread is interrupted.
 */
final class PdfPainter extends PDFRenderer {

    private static final float MOST_ZOOM = 4;

    private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(),
            COSName.DCT_DECODE_ABBREVIATION.getName());

    private final long maxPicture;

    private PdfPainter(PDDocument document, long maxPicture) {
        super(document);
        this.maxPicture = maxPicture;
        setSubsamplingAllowed(true);
    }

    static int pages(byte[] content, DocumentSettings limits) {
        try (PDDocument document = open(content, limits)) {
            return document.getNumberOfPages();
        }
        catch (IOException ex) {
            throw NoPreview.damaged();
        }
    }

    /**
     * Draws a page.
     * @param content the PDF
     * @param number the page, from 1
     * @param limits how much is unpacked
     * @param settings how much is drawn
     * @return a PNG
     * @throws NoPreview if it cannot be drawn
     */
    static byte[] paint(byte[] content, int number, DocumentSettings limits, PreviewSettings settings) {
        try (PDDocument document = open(content, limits)) {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw NoPreview.ofPage(number, document.getNumberOfPages());
            }
            PDRectangle box = document.getPage(number - 1).getCropBox();
            float zoom = Math.min(settings.width() / Math.min(box.getWidth(), box.getHeight()),
                    2 * settings.width() / Math.max(box.getWidth(), box.getHeight()));
            BufferedImage image = new PdfPainter(document, settings.maxPicture()).renderImage(number - 1,
                    Math.min(zoom, MOST_ZOOM), ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        }
        catch (IOException ex) {
            throw NoPreview.damaged();
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static PDDocument open(byte[] content, DocumentSettings limits) throws IOException {
        try {
            PdfStreams.check(content, limits.maxUnpacked().toBytes());
            PDDocument document = Loader.loadPDF(content);
            if (document.getNumberOfPages() > limits.maxPages()) {
                document.close();
                throw NoPreview.tooLarge();
            }
            return document;
        }
        catch (UnreadableDocument ex) {
            throw NoPreview.tooLarge();
        }
        catch (InvalidPasswordException ex) {
            throw NoPreview.encrypted();
        }
    }

    /** Draws one page, as long as it may. */
    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw NoPreview.tooSlow();
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (isWithin(image)) {
                super.drawImage(image);
            }
        }

        private boolean isWithin(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() > PdfPainter.this.maxPicture) {
                return false;
            }
            return !(image instanceof PDImageXObject object)
                    || (isJpegWithin(object) && isWithinIfAny(object.getMask()) && isWithinIfAny(object.getSoftMask()));
        }

        private boolean isWithinIfAny(PDImageXObject mask) throws IOException {
            return mask == null
                    || (long) mask.getWidth() * mask.getHeight() <= PdfPainter.this.maxPicture && isJpegWithin(mask);
        }

        /** A JPEG has a size of its own beside the one that the PDF tells. */
        private boolean isJpegWithin(PDImageXObject image) throws IOException {
            if (image.getStream().getFilters().stream().noneMatch((filter) -> JPEG.contains(filter.getName()))) {
                return true;
            }
            try (InputStream jpeg = image.getStream().createInputStream(JPEG)) {
                PictureHead head = PictureHead.of(jpeg.readAllBytes());
                return head != null && head.pixels() <= PdfPainter.this.maxPicture;
            }
            catch (NoPreview ex) {
                return false;
            }
        }

    }

}
