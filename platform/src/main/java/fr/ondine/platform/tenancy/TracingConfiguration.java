package fr.ondine.platform.tenancy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is in a trace beside requests, jobs and Redis; and what is not. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    static BeanPostProcessor maskedSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new MaskedSpans(exporter) : bean;
            }
        };
    }

    /** How long each transaction of a request or a job takes, which is how long it has a connection. */
    @Bean
    TransactionExecutionListener observedTransactions(ObservationRegistry observations) {
        return new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, @Nullable Throwable refused) {
                if (refused == null
                        && observations.getCurrentObservation() != null
                        && TransactionSynchronizationManager.isSynchronizationActive()) {
                    TransactionSynchronizationManager.registerSynchronization(observed(observations));
                }
            }
        };
    }

    private static TransactionSynchronization observed(ObservationRegistry observations) {
        var transaction = Observation.start("ondine.transactions", observations).contextualName("transaction");
        return new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                transaction.stop();
            }
        };
    }
}
