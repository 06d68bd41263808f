package fr.ondine.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** All that serves, of what the build wrote down: nothing is added to it any more, so what was asked once is remembered. */
final class PreparedContext extends ServletWebServerApplicationContext {

    private PreparedContext() {
        super(new RememberedTypes());
    }

    static @Nullable ConfigurableApplicationContext of(@Nullable WebApplicationType type) {
        return AotDetector.useGeneratedArtifacts()
                ? new PreparedContext()
                : ApplicationContextFactory.DEFAULT.create(type);
    }

    @Override
    protected void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        super.postProcessBeanFactory(beans);
        beans.addBeanPostProcessor(new NotWrittenDown((DefaultListableBeanFactory) beans));
    }

    /** A third of the beans is made for the web server, before Spring would begin to remember. */
    @Override
    protected void onRefresh() {
        getBeanFactory().freezeConfiguration();
        super.onRefresh();
    }
}
