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
/// Any thread may call: a session can be ended from outside the circuit. The events are raised outside the lock.
/// </remarks>
[Enforces(Clauses.OnlyWhileViewing, Clauses.NotStored)]
public sealed class MemberVisit(AccessPolicy policy, IAuditLog audit, IMemberRecords records, HeldNow heldNow, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Held> held = [];
    private CancellationTokenSource fetching = new();
    private Actor? actor;
    private bool ended;

    /// <summary>Raised when what is held changes: a section arrived, was refused, or everything was wiped.</summary>
    public event Action? Changed;

    /// <summary>Raised after a wipe that the page did not ask for, once the circuit can show again: pages open their sections anew.</summary>
    public event Action? Returned;

    /// <summary>Sections in memory now, and since when the oldest is.</summary>
    public (int Sections, DateTimeOffset? Since) Now
    {
        get
        {
            lock (gate)
            {
                var shown = held.Where(section => section.State == HeldState.Shown).ToList();
                return (shown.Count, shown.Min(section => section.At));
            }
        }
    }

    /// <summary>The categories in memory now.</summary>
    public IReadOnlyList<Category> Viewing
    {
        get
        {
            lock (gate)
                return [.. held.Where(section => section.State == HeldState.Shown).Select(section => section.Category).Distinct()];
        }
    }

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
        CancellationToken cancel;
        lock (gate)
        {
            held.Add(handle);
            cancel = fetching.Token;
        }
        _ = WalkAsync(section, handle, cancel);
        return handle;
    }

    /// <summary>Forgets what is held and stops what is being fetched: the page was left or the connection broke.</summary>
    public void Wipe()
    {
        CancellationTokenSource stopped;
        lock (gate)
        {
            (stopped, fetching) = (fetching, new());
            held.ForEach(Forget);
            held.Clear();
        }
        stopped.Cancel();
        stopped.Dispose();
        Changed?.Invoke();
        heldNow.Leave();
    }

    /// <summary>Forgets the sections of one page, when it is left for another.</summary>
    public void Close(IEnumerable<Held> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        lock (gate)
        {
            foreach (var section in sections.Where(held.Remove))
                Forget(section);
        }
        Changed?.Invoke();
        heldNow.Leave();
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
            Show(handle, await section.Fetch(records, grant, cancel));
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
        Show(handle, Fetched.Failed<T>(RecordProblem.Unreadable, clock.GetUtcNow()));
        return true;
    }

    private void Show<T>(Held<T> handle, Fetched<T> fetched) where T : class
    {
        lock (gate)
        {
            handle.Show(fetched);
            if (handle.State == HeldState.Shown)
                heldNow.Took(handle, clock.GetUtcNow());
        }
    }

    private void Forget(Held section)
    {
        if (section.State == HeldState.Shown)
            heldNow.Forgot(section);
        section.Wipe();
    }
}
