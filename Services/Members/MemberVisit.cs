using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// One viewer's visit to one record at a time, and the only owner of what is viewed. A circuit has one. It begins when the circuit opens; a page opens
/// a <see cref="Section{T}"/> through it and gets a <see cref="Held{T}"/>; leaving the page, losing the connection, the end of the session and the
/// end of the circuit wipe what is held, and a change of the policy wipes what it no longer allows. After <see cref="End"/> it opens nothing again.
/// </summary>
/// <remarks>
/// The road of a record is here and nowhere else: decide, grant, audit, fetch, hold (C13). Never static, never cached, never persisted (C11, C12).
/// Any thread may call: a session can be ended, and the policy changed, from outside the circuit. The events are raised outside the lock.
/// </remarks>
[Enforces(Clauses.OnlyWhileViewing, Clauses.NotStored, Clauses.AccessByNeed)]
public sealed class MemberVisit(AccessPolicy policy, IAuditLog audit, IMemberRecords records, HeldNow heldNow, TimeProvider clock) : IDisposable
{
    private readonly HeldSections held = new(policy, heldNow, clock);
    private Actor? actor;
    private bool ended;

    /// <summary>Raised when what is held changes: a section arrived, was refused or withdrawn, or everything was wiped.</summary>
    public event Action? Changed;

    /// <summary>Raised after a wipe that the page did not ask for, once the circuit can show again: pages open their sections anew.</summary>
    public event Action? Returned;

    /// <summary>Sections in memory now, and since when the oldest is.</summary>
    public (int Sections, DateTimeOffset? Since) Now => held.Now;

    /// <summary>The categories in memory now.</summary>
    public IReadOnlyList<Category> Viewing => [.. held.Shown().Select(section => section.Category).Distinct()];

    /// <summary>The parts that are open, and how many of them the policy of this moment would refuse: none, but for the moment until <see cref="DecideAgain"/>.</summary>
    public (int Open, int Refused) OpenParts => held.OpenParts;

    /// <summary>Who views; null before the circuit knows and after the end.</summary>
    public Actor? Actor => ended ? null : actor;

    /// <summary>The record that is open besides the own one; null when there is none.</summary>
    public OpenRecord? Record { get; private set; }

    /// <summary>What is left out of everything that is drawn, as the viewer wants it.</summary>
    public ScreenCover Cover { get; } = new();

    /// <summary>Hides what is sensitive on this screen, or shows it again.</summary>
    public void TurnCover()
    {
        Cover.Turn();
        Changed?.Invoke();
    }

    /// <summary>Binds the visit to one account and session, for life.</summary>
    /// <exception cref="InvalidOperationException">It is bound already, to another session.</exception>
    public void Begin(Actor viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (actor is not null && (actor.AccountId, actor.SessionId) != (viewer.AccountId, viewer.SessionId))
            throw new InvalidOperationException("A visit belongs to one session for life.");
        actor = viewer;
    }

    /// <summary>Opens another's record for a purpose and by the need that was stated, in place of whatever was open before: that is wiped. Each section of it is still decided by itself.</summary>
    public OpenRecord OpenOther(PatientId subject, PurposeOfUse purpose, Sensitivity labels = Sensitivity.None, string? need = null)
    {
        var record = Record = new OpenRecord(subject, purpose, labels, need);
        Wipe();
        return record;
    }

    /// <summary>Closes the record that is open besides the own one, and forgets what is held of it.</summary>
    public void CloseOther()
    {
        Record = null;
        Wipe();
    }

    /// <summary>
    /// Opens a section of the record that is open, or of the viewer's own, which closes any other. The handle comes back at once, its state changes as the
    /// road is walked. A record that is open no longer opens nothing.
    /// </summary>
    public Held<T> Open<T>(Section<T> section, OpenRecord? of = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(section);
        if (of is null && Record is not null)
            CloseOther();
        if (of is not null)
            return Walk(section, of == Record ? Ask(of.Subject, section.Category, of.Purpose, of.Labels, of.Need) : null, Scope.Full);
        return Walk(section, actor?.OwnRecord is { } own ? Ask(own, section.Category, PurposeOfUse.PatientRequest) : null, Scope.Full);
    }

    /// <summary>Only who it is, in the limited fields, for a list of people whose record could be opened; it opens no record.</summary>
    public Held<MemberIdentity> Glance(PatientId subject, PurposeOfUse purpose, string? need = null) =>
        Walk(Sections.Identity, Ask(subject, Category.Identity, purpose, need: need), Scope.Limited);

    /// <summary>Decides again on everything that is held or on its way, by the policy and the time of now. What is no longer allowed, or not as much, is forgotten at once (C13).</summary>
    public void DecideAgain()
    {
        if (!held.DecideAgain())
            return;
        Changed?.Invoke();
        heldNow.Leave();
    }

    /// <summary>Forgets what is held and stops what is being fetched: the page was left or the connection broke.</summary>
    public void Wipe()
    {
        held.ForgetAll();
        try
        {
            Changed?.Invoke();
        }
        finally
        {
            // whatever becomes of the drawing: memory is to be scrubbed
            heldNow.Leave();
        }
    }

    /// <summary>Forgets the sections of one page, when it is left for another.</summary>
    public void Close(IEnumerable<Held> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        held.Forget(sections);
        Changed?.Invoke();
        heldNow.Leave();
    }

    /// <summary>The connection is back after a wipe: pages fetch again, each after a new decision.</summary>
    public void Return()
    {
        if (!ended)
            Returned?.Invoke();
    }

    /// <summary>
    /// Wipes, and opens nothing again. Once is enough: of what is drawn after it, the circuit hears no acknowledgement, so little can be. But each end is a
    /// leaving: what the page drew stays in the circuit until that ends too, and goes with a scrub after it.
    /// </summary>
    public void End()
    {
        if (ended)
        {
            heldNow.Leave();
            return;
        }
        (ended, Record) = (true, null);
        Wipe();
    }

    public void Dispose()
    {
        End();
        held.Dispose();
    }

    private AccessRequest? Ask(PatientId subject, Category category, PurposeOfUse purpose, Sensitivity labels = Sensitivity.None, string? need = null) =>
        Actor is { } viewer ? new AccessRequest(viewer, subject, category, purpose, labels, need) : null;

    private Held<T> Walk<T>(Section<T> section, AccessRequest? asked, Scope most) where T : class
    {
        var handle = new Held<T>(section.Category, most);
        _ = WalkAsync(section, handle, asked, held.Take(handle));
        return handle;
    }

    private async Task WalkAsync<T>(Section<T> section, Held<T> handle, AccessRequest? asked, CancellationToken cancel) where T : class
    {
        try
        {
            if (asked is not { } request)
            {
                handle.Refuse(Actor is null ? Refusal.SessionEnded : Refusal.NotYourRole);
                return;
            }
            var decision = held.Decide(handle, request);
            var entry = AuditEntry.For(decision);
            if (!decision.Allowed)
            {
                await audit.AppendAsync(entry, cancel);
                handle.Refuse(decision.Refusal.Value);
                return;
            }
            var grant = await AuditedGrant.WriteAsync(audit, policy.Mint(decision), entry, cancel);
            held.Show(handle, await section.Fetch(records, grant, cancel));
        }
        catch (AuditUnavailableException)
        {
            handle.Refuse(Refusal.NotAudited);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return; // wiped while on the road: the handle says so already
        }
        catch (Exception) when (Fail(handle))
        {
        }
        finally
        {
            Changed?.Invoke();
        }
    }

    // A fault of ours on this road is shown as "could not be read": the exception stays out of the page, and nothing of the record is in it.
    private bool Fail<T>(Held<T> handle) where T : class
    {
        held.Show(handle, Fetched.Failed<T>(RecordProblem.Unreadable, clock.GetUtcNow()));
        return true;
    }
}
