namespace PrivacyPortal.App.Startup;

/// <summary>The portal cannot start; the message is what its operator reads, one sentence that says what to do about it.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
