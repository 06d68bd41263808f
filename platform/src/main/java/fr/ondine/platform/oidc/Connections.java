package fr.ondine.platform.oidc;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** How a provider is reached: soon or not at all, and never elsewhere by a redirect. */
final class Connections {

    private Connections() {}

    static JdkClientHttpRequestFactory within(Duration connect, Duration read) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(read);
        return factory;
    }

    /** Asks once more for what may be asked twice: keys, and nothing else. */
    static final class OnceMore implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            try {
                var answer = execution.execute(request, body);
                if (!answer.getStatusCode().is5xxServerError()) {
                    return answer;
                }
                answer.close();
            } catch (IOException unanswered) {
                // the second answer counts
            }
            return execution.execute(request, body);
        }
    }
}
