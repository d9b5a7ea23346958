using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// One viewer's visit to one record, and the only owner of what is viewed. A circuit has one. It begins when the circuit opens; a page opens a
/// <see cref="Section{T}"/> through it and gets a <see cref="Held{T}"/>; leaving the page, losing the connection, the end of the session and the
/// end of the circuit wipe what is held. After <see cref="End"/> it opens nothing again.
/// </summary>
/// <remarks>
/// The road of a record is here and nowhere else: decide, grant, audit, fetch, hold (C13). Never static, never cached, never persisted (C11, C12).
/// All members are called on the circuit's synchronization context.
/// </remarks>
[Enforces(Clauses.OnlyWhileViewing, Clauses.NotStored)]
public sealed class MemberVisit(AccessPolicy policy, IAuditLog audit, IMemberRecords records, HeldNow heldNow, TimeProvider clock) : IDisposable
{
    private readonly List<Held> held = [];
    private CancellationTokenSource fetching = new();
    private Actor? actor;
    private bool ended;

    /// <summary>Raised when what is held changes: a section arrived, was refused, or everything was wiped.</summary>
    public event Action? Changed;

    /// <summary>Raised after a wipe that the page did not ask for, once the circuit can show again: pages open their sections anew.</summary>
    public event Action? Returned;

    /// <summary>Sections in memory now, and since when the oldest is.</summary>
    public (int Sections, DateTimeOffset? Since) Now =>
        (held.Count(section => section.State == HeldState.Shown), held.Where(section => section.State == HeldState.Shown).Min(section => section.At));

    /// <summary>Who views; null before the circuit knows and after the end.</summary>
    public Actor? Actor => ended ? null : actor;

    /// <summary>Binds the visit to one account and session, for life.</summary>
    /// <exception cref="InvalidOperationException">It is bound already, to another session.</exception>
    public void Begin(Actor viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (actor is not null && (actor.AccountId, actor.SessionId) != (viewer.AccountId, viewer.SessionId))
            throw new InvalidOperationException("A visit belongs to one session for life.");
        actor = viewer;
    }

    /// <summary>Opens a section of the viewer's own record. The handle comes back at once, its state changes as the road is walked.</summary>
    public Held<T> Open<T>(Section<T> section) where T : class
    {
        ArgumentNullException.ThrowIfNull(section);
        var handle = new Held<T>(section.Category);
        held.Add(handle);
        _ = WalkAsync(section, handle, fetching.Token);
        return handle;
    }

    /// <summary>Forgets what is held and stops what is being fetched: the page was left or the connection broke.</summary>
    public void Wipe()
    {
        var stopped = fetching;
        fetching = new();
        stopped.Cancel();
        stopped.Dispose();
        heldNow.Forgot(held.Count(section => section.State == HeldState.Shown));
        held.ForEach(section => section.Wipe());
        held.Clear();
        Changed?.Invoke();
    }

    /// <summary>Forgets the sections of one page, when it is left for another.</summary>
    public void Close(IEnumerable<Held> sections)
    {
        foreach (var section in sections)
        {
            if (!held.Remove(section))
                continue;
            if (section.State == HeldState.Shown)
                heldNow.Forgot(1);
            section.Wipe();
        }
        Changed?.Invoke();
    }

    /// <summary>The connection is back after a wipe: pages fetch again, each after a new decision.</summary>
    public void Return()
    {
        if (!ended)
            Returned?.Invoke();
    }

    /// <summary>Wipes, and opens nothing again.</summary>
    public void End()
    {
        ended = true;
        Wipe();
    }

    public void Dispose()
    {
        End();
        fetching.Dispose();
    }

    private async Task WalkAsync<T>(Section<T> section, Held<T> handle, CancellationToken cancel) where T : class
    {
        try
        {
            if (Actor is not { } viewer)
            {
                handle.Refuse(Refusal.SessionEnded);
                return;
            }
            if (viewer.OwnRecord is not { } own)
            {
                handle.Refuse(Refusal.NotYourRole);
                return;
            }
            var decision = policy.Decide(new AccessRequest(viewer, own, section.Category, PurposeOfUse.PatientRequest));
            var entry = AuditEntry.For(decision);
            if (!decision.Allowed)
            {
                await audit.AppendAsync(entry, cancel);
                handle.Refuse(decision.Refusal.Value);
                return;
            }
            var grant = await AuditedGrant.WriteAsync(audit, policy.Mint(decision), entry, cancel);
            handle.Show(await section.Fetch(records, grant, cancel));
            if (handle.State == HeldState.Shown)
                heldNow.Took();
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

    private bool Fail<T>(Held<T> handle) where T : class
    {
        handle.Show(Fetched.Failed<T>(RecordProblem.Unreadable, clock.GetUtcNow()));
        return true;
    }
}
