package fr.ondine.demo;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Leaves a full disk to {@link DemoApplication}, which says it in one sentence; Spring would print a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FullDiskReporter implements SpringBootExceptionReporter {

    private final ConfigurableApplicationContext context;

    FullDiskReporter(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        return context.containsBean(Surroundings.NAME)
                && FullDisk.stopped(failure, DemoSettings.of().folder());
    }
}
