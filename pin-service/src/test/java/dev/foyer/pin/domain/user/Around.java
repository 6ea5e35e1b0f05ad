package dev.foyer.pin.domain.user;

import dev.foyer.base.Actor;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What surrounds a decision in a test: an administrator acts now, under the default settings, unless said otherwise. */
public record Around(Instant now, Actor actor, TenantSettings settings, PinVault vault, Room room) {

    Around(Instant now, Actor actor, TenantSettings settings, PinVault vault) {
        this(now, actor, settings, vault, Room.ENDLESS);
    }

    public static final Actor ADMIN = new Actor("admin", "conferencing-admin", "u-admin");
    public static final Actor SERVICE = Actor.service("pin-service");
    public static final Actor HELPDESK = new Actor("helpdesk", "helpdesk", null);
    public static final UUID ID = UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11");

    public static final Duration PATIENCE = Duration.ofMinutes(1);

    public static final int RESETS = 10;

    /** Without a single draw: who makes a PIN says which. */
    public static final Around US = new Around(UserFixture.NOW, ADMIN, TenantSettings.DEFAULT, FakeVault.drawing());

    public Around at(Instant other) {
        return new Around(other, actor, settings, vault);
    }

    public Around by(Actor other) {
        return new Around(now, other, settings, vault);
    }

    public Around where(TenantSettings other) {
        return new Around(now, actor, other, vault);
    }

    public Around drawing(String... digits) {
        return new Around(now, actor, settings, FakeVault.drawing(digits));
    }

    public Around with(PinVault other) {
        return new Around(now, actor, settings, other);
    }

    /** The memory takes nobody who is not there yet. */
    public Around withoutRoomForUsers() {
        return new Around(now, actor, settings, vault, new Room(() -> false, () -> true));
    }

    /** The memory takes nothing more. */
    public Around withoutRoom() {
        return new Around(now, actor, settings, vault, new Room(() -> false, () -> false));
    }

    public UserContext context() {
        return new UserContext(now, UserFixture.USER_ID, actor, settings, vault, ID, PATIENCE, RESETS, room);
    }
}
