package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.MeteredUse;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.platform.metering.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agreement's place used on the agreement's own days, and the readings that say so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsumptionAnswer(@Nullable Long usualLitresPerDay, boolean abnormal, List<Used> periods, List<Read> readings) {

    static ConsumptionAnswer of(MeteredUse use) {
        return new ConsumptionAnswer(
                use.history().litresPerDay().map(Volume::litres).orElse(null),
                use.history().isAbnormal(),
                use.history().periods().stream().map(Used::of).toList(),
                use.readings().stream().map(Read::of).toList());
    }

    record Used(@Nullable DaysAnswer days, long litres, boolean estimated) {

        static Used of(PeriodConsumption used) {
            return new Used(DaysAnswer.of(used.period()), used.volume().litres(), used.estimated());
        }
    }

    record Read(String meter, LocalDate readOn, long litres, String source, boolean estimated) {

        static Read of(Reading reading) {
            return new Read(
                    reading.meterSerial(),
                    reading.readOn(),
                    reading.register().litres(),
                    reading.source().name(),
                    reading.isEstimated());
        }
    }
}
