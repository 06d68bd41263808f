package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedSpansTests {

    private final Kept kept = new Kept();

    @Test
    void what_others_say_of_a_failure_leaves_without_the_person() {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new MaskedSpans(kept)))
                .build()) {
            provider.get("test")
                    .spanBuilder("to marie@exemple.fr")
                    .startSpan()
                    .setAttribute("said", "550 <marie@exemple.fr>: no such user")
                    .setAttribute("attempts", 3)
                    .setStatus(StatusCode.ERROR, "550 <marie@exemple.fr>")
                    .recordException(new IllegalStateException("550 <marie@exemple.fr>: no such user"))
                    .end();
        }

        var span = kept.spans.getFirst();
        assertThat(span.getName()).isEqualTo("to ***");
        assertThat(span.getAttributes().asMap().toString())
                .contains("550 <***>: no such user", "attempts=3")
                .doesNotContain("marie");
        assertThat(span.getStatus().getDescription()).isEqualTo("550 <***>");
        assertThat(span.getEvents())
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.getAttributes().asMap().toString())
                        .contains("exception.stacktrace", "<***>: no such user")
                        .doesNotContain("marie"));
    }

    @Test
    void every_exporter_is_behind_it() {
        var guard = TracingConfiguration.maskedSpans();

        assertThat(guard.postProcessAfterInitialization(kept, "exporter")).isInstanceOf(MaskedSpans.class);
        assertThat(guard.postProcessAfterInitialization("another bean", "other"))
                .isEqualTo("another bean");
    }

    private static final class Kept implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            spans.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
