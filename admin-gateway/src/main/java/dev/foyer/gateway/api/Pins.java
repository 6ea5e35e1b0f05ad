package dev.foyer.gateway.api;

import dev.foyer.gateway.api.PinAnswer.MailAnswer;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.IssuedPin;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jboss.resteasy.reactive.RestResponse;

/** The two commands that make a PIN, for API and page alike: who may see it is decided here and nowhere else. */
@RequestScoped
public class Pins {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    /** The same operation from wherever it is asked for. */
    public static KeyScope enabling(UserEntry user) {
        return new KeyScope("enable", user.userId());
    }

    /** As {@link #enabling}. */
    public static KeyScope resetting(UserEntry user) {
        return new KeyScope("reset-pin", user.userId());
    }

    /** 201 with a new PIN; 200 without one when the user is enabled already. */
    public RestResponse<PinAnswer> enable(UserEntry user, Bodies.Enable body, CommandContext context) {
        checkAddress(body.sendEmail(), body.sendEmailToAddress());
        var allowed = new PinServiceClient.Enable(
                body.sendEmail(),
                body.sendEmailToAddress(),
                body.allowPstnOnlyMeetings(),
                body.serviceNumber(),
                body.tollFreeServiceNumber(),
                mayReveal(body.reveal()));
        Answered<IssuedPin> done =
                pinService.call(context, (pins, command) -> pins.enable(command, user.userId(), allowed));
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(done.status()), answer(done, body.sendEmailToAddress()))
                .build();
    }

    /** A new PIN for an enabled user. */
    public PinAnswer reset(UserEntry user, Bodies.Reset body, CommandContext context) {
        checkAddress(body.sendEmail(), body.sendEmailToAddress());
        var allowed = new PinServiceClient.Reset(body.sendEmail(), body.sendEmailToAddress(), mayReveal(body.reveal()));
        Answered<IssuedPin> done =
                pinService.call(context, (pins, command) -> pins.resetPin(command, user.userId(), allowed));
        return answer(done, body.sendEmailToAddress());
    }

    /** Whatever the index does meanwhile, the PIN that just came is handed on: nobody can ask for it again. */
    private PinAnswer answer(Answered<IssuedPin> done, String toAddress) {
        readYourWrites.await(done);
        return new PinAnswer(done.body().pin(), done.body().conferenceId(), mail(done.body(), toAddress));
    }

    /** What pin-service planned, not what has become of it: nobody waits for a mail, and a repetition says the same. */
    private static MailAnswer mail(IssuedPin issued, String toAddress) {
        if (issued.notificationId() == null) {
            return null;
        }
        return issued.mail() == null
                ? new MailAnswer(issued.notificationId(), "QUEUED", toAddress)
                : new MailAnswer(
                        issued.notificationId(),
                        issued.mail().status(),
                        issued.mail().to());
    }

    /** Rule A5: only an administrator ever sees a PIN. */
    private boolean mayReveal(Boolean wanted) {
        return request.is(Roles.ADMIN) && !Boolean.FALSE.equals(wanted);
    }

    private static void checkAddress(Boolean sendEmail, String address) {
        if (address != null && address.isBlank()) {
            throw Problems.badParameter(
                            "sendEmailToAddress", "is the address to send to; leave it out for the user's own.")
                    .exception();
        }
        if (address != null && !Boolean.TRUE.equals(sendEmail)) {
            throw Problems.addressWithoutSendEmail().exception();
        }
    }
}
