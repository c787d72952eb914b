import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the pictures in {@code functions/assets} that have to be made of pixels, as favicon.svg has it: the mark is a
 * ring with one free seat. {@code java infrastructure/tools/Pictures.java} writes all of them.
 */
final class Pictures {

    private static final Color PETROL = new Color(0x00454f);
    private static final Color AROUND = new Color(0x0d6873);
    private static final Color SEAT = new Color(0xffc72c);

    /** The mark's own measures: it stands in a square of so much. */
    private static final double SQUARE = 32;

    private Pictures() {}

    public static void main(String[] none) throws IOException {
        var assets = Path.of("functions/assets");
        Files.write(assets.resolve("share.png"), png(share()));
        Files.write(assets.resolve("apple-touch-icon.png"), png(icon(180, 0)));
        Files.write(assets.resolve("favicon.ico"), ico(List.of(16, 32)));
    }

    /** For those who are sent a link: what stands at the sides may be cut off. */
    private static BufferedImage share() {
        var picture = new BufferedImage(1200, 630, BufferedImage.TYPE_INT_RGB);
        var pen = pen(picture);
        pen.setColor(PETROL);
        pen.fillRect(0, 0, 1200, 630);
        pen.setColor(AROUND);
        pen.setStroke(new BasicStroke(34));
        for (var radius = 330; radius < 700; radius += 130) {
            pen.draw(new Ellipse2D.Double(600 - radius, 315 - radius, 2 * radius, 2 * radius));
        }
        pen.translate(600, 315);
        pen.scale(12.5, 12.5);
        mark(pen, 11, 6, 10, 4);
        return picture;
    }

    /** @param corner the radius of its corners, in the mark's measures */
    private static BufferedImage icon(int size, double corner) {
        var picture = new BufferedImage(
                size, size, corner > 0 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = pen(picture);
        pen.scale(size / SQUARE, size / SQUARE);
        pen.setColor(PETROL);
        pen.fill(new RoundRectangle2D.Double(0, 0, SQUARE, SQUARE, 2 * corner, 2 * corner));
        pen.translate(SQUARE / 2, SQUARE / 2);
        mark(pen, 9, 5, 6, 3.7);
        return picture;
    }

    private static void mark(Graphics2D pen, double radius, int width, double from, double seat) {
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        pen.draw(new Arc2D.Double(-radius, -radius, 2 * radius, 2 * radius, from, -288, Arc2D.OPEN));
        var at = radius / Math.sqrt(2);
        pen.setColor(SEAT);
        pen.fill(new Ellipse2D.Double(at - seat, -at - seat, 2 * seat, 2 * seat));
    }

    private static Graphics2D pen(BufferedImage picture) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture.getColorModel().hasAlpha() ? picture : indexed(picture), "png", bytes);
        return bytes.toByteArray();
    }

    /** With a palette, which makes it a third as large; the edges of so few colours are at most 256. */
    private static BufferedImage indexed(BufferedImage picture) {
        var colours = new ArrayList<Integer>();
        for (var rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            if (!colours.contains(rounded(rgb))) {
                colours.add(rounded(rgb));
            }
        }
        var palette = colours.stream().mapToInt(Integer::intValue).toArray();
        var indexed = new BufferedImage(
                picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                indexed.getRaster().setSample(x, y, 0, colours.indexOf(rounded(picture.getRGB(x, y))));
            }
        }
        return indexed;
    }

    private static int rounded(int rgb) {
        return List.of(PETROL, AROUND, SEAT, Color.WHITE).stream().map(Color::getRGB).anyMatch(own -> own == rgb)
                ? rgb
                : rgb & 0xfff0f0f0 | 0x080808;
    }

    /** PNGs in the container that browsers look for at the root of a site. */
    private static byte[] ico(List<Integer> sizes) throws IOException {
        var pictures = new ArrayList<byte[]>();
        for (var size : sizes) {
            pictures.add(png(icon(size, 7)));
        }
        var head = 6 + 16 * sizes.size();
        var ico = ByteBuffer.allocate(head + pictures.stream().mapToInt(each -> each.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        var offset = head;
        for (var i = 0; i < sizes.size(); i++) {
            var size = sizes.get(i).byteValue();
            ico.put(size).put(size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            ico.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(ico::put);
        return ico.array();
    }
}
