package no.bits.tls.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** The places of the pictures on a page; none of them is decoded. */
final class PdfPictures extends PDFGraphicsStreamEngine {

    private static final int MOST = 1000;

    private final List<PdfWord> pictures = new ArrayList<>();

    private PdfPictures(PDPage page) {
        super(page);
    }

    static List<PdfWord> on(PDPage page) throws IOException {
        PdfPictures finder = new PdfPictures(page);
        finder.processPage(page);
        return finder.pictures;
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        float width = Math.abs(place.getScalingFactorX());
        float height = Math.abs(place.getScalingFactorY());
        float top = getPage().getCropBox().getUpperRightY() - place.getTranslateY() - height;
        if (this.pictures.size() < MOST && width > 4 && height > 4) {
            this.pictures.add(new PdfWord(Cell.PICTURE, place.getTranslateX(), place.getTranslateX() + width, top,
                    top + height, true));
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    }

    @Override
    public void clip(int windingRule) {
    }

    @Override
    public void moveTo(float x, float y) {
    }

    @Override
    public void lineTo(float x, float y) {
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
    }

    @Override
    public void endPath() {
    }

    @Override
    public void strokePath() {
    }

    @Override
    public void fillPath(int windingRule) {
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
    }

    @Override
    public void shadingFill(COSName shadingName) {
    }

}
