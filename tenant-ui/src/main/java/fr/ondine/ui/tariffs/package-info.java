/** Where staff look at tariffs, prepare and publish versions, and try them on contracts or figures. */
@ApplicationModule(id = "tariff-pages", displayName = "Tariff pages") // the platform has a module tariffs already
@NullMarked
package fr.ondine.ui.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
