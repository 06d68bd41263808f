package fr.ondine.platform.tenancy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** The last guard of what leaves as a trace, as {@link Masking} is of the log: a failure says what others said of it. */
final class MaskedSpans implements SpanExporter {

    private final SpanExporter exporter;

    MaskedSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Masked::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static Attributes masked(Attributes all) {
        var masked = Attributes.builder();
        all.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING) {
                masked.put(key.getKey(), Masking.mask(String.valueOf(value)));
            } else {
                keep(masked, key, value);
            }
        });
        return masked.build();
    }

    @SuppressWarnings("unchecked")
    private static void keep(AttributesBuilder to, AttributeKey<?> key, Object value) {
        to.put((AttributeKey<Object>) key, value);
    }

    private static final class Masked extends DelegatingSpanData {

        Masked(SpanData span) {
            super(span);
        }

        @Override
        public String getName() {
            return Masking.mask(super.getName());
        }

        @Override
        public Attributes getAttributes() {
            return masked(super.getAttributes());
        }

        @Override
        public StatusData getStatus() {
            var status = super.getStatus();
            return StatusData.create(status.getStatusCode(), Masking.mask(status.getDescription()));
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream()
                    .map(event ->
                            EventData.create(event.getEpochNanos(), event.getName(), masked(event.getAttributes())))
                    .toList();
        }
    }
}
