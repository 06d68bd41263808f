package fr.ondine.journeys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One step of a trace as OTLP has it (opentelemetry-proto, trace/v1): its numbers, its name, and every text that came
 * with it.
 */
record ReceivedSpan(String trace, String id, String parent, String name, Map<String, String> attributes, String texts) {

    /** All of an {@code ExportTraceServiceRequest}: resource_spans (1), their scope_spans (2), their spans (2). */
    static List<ReceivedSpan> all(byte[] request) {
        return Field.of(request, 1)
                .flatMap(resource -> Field.of(resource, 2))
                .flatMap(scope -> Field.of(scope, 2))
                .map(ReceivedSpan::span)
                .toList();
    }

    private static ReceivedSpan span(byte[] span) {
        var attributes = new TreeMap<String, String>();
        Field.of(span, 9)
                .forEach(each -> attributes.put(
                        text(each, 1),
                        Field.of(each, 2)
                                .map(value -> text(value, 1))
                                .findFirst()
                                .orElse("")));
        return new ReceivedSpan(
                number(span, 1),
                number(span, 2),
                number(span, 4),
                text(span, 5),
                attributes,
                new String(span, StandardCharsets.ISO_8859_1));
    }

    private static String number(byte[] message, int field) {
        return Field.of(message, field)
                .map(HexFormat.of()::formatHex)
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] message, int field) {
        return Field.of(message, field)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** A field of a protobuf message that has a length; the others are skipped. */
    private record Field(int number, byte[] content) {

        static Stream<byte[]> of(byte[] message, int number) {
            return all(message).stream().filter(field -> field.number == number).map(Field::content);
        }

        private static List<Field> all(byte[] message) {
            var found = new ArrayList<Field>();
            var rest = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
            while (rest.hasRemaining()) {
                var key = varint(rest);
                switch ((int) (key & 7)) {
                    case 0 -> varint(rest);
                    case 1 -> rest.getLong();
                    case 2 -> {
                        var content = new byte[(int) varint(rest)];
                        rest.get(content);
                        found.add(new Field((int) (key >>> 3), content));
                    }
                    case 5 -> rest.getInt();
                    default -> throw new IllegalStateException("no protobuf");
                }
            }
            return found;
        }

        private static long varint(ByteBuffer rest) {
            var value = 0L;
            for (var shift = 0; ; shift += 7) {
                var next = rest.get();
                value |= (long) (next & 127) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
