package dev.foyer.pin.domain.user;

/** Why nothing happened to a user. */
public sealed interface UserRefusal {

    record UserUnknown() implements UserRefusal {}

    record UserNotEnabled() implements UserRefusal {}

    /** Rule A3: another administrator has to do it. */
    record OwnPinReset() implements UserRefusal {}

    /** Rule D2: an address needs an explicit wish to send. */
    record AddressWithoutSendEmail() implements UserRefusal {}

    /** The number is none of the tenant's service numbers of that type. */
    record ServiceNumberNotOffered(String number) implements UserRefusal {}
}
