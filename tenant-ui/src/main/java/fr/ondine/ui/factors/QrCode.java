package fr.ondine.ui.factors;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Html;
import java.util.Map;

/** A text as a square that a telephone scans, drawn as one path; inside an element, which keeps its attributes' case. */
final class QrCode {

    private static final int QUIET = 4;

    private QrCode() {}

    static Html of(String text, String description) {
        var dots = matrix(text);
        return new Html("""
                <div class="qr"><svg role="img" aria-label="%1$s" viewBox="0 0 %2$d %2$d" width="220" height="220" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%2$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg></div>""".formatted(description, dots.getWidth(), path(dots)));
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String path(BitMatrix dots) {
        var path = new StringBuilder();
        for (var y = 0; y < dots.getHeight(); y++) {
            for (var x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return path.toString();
    }
}
