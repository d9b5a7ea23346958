namespace PrivacyPortal.App.Memory;

/// <summary>Whether the system may write this process's memory to a swap device.</summary>
internal static class Swap
{
    internal static bool IsPossible(string proc = "/proc", string groups = "/sys/fs/cgroup")
    {
        var swaps = Path.Combine(proc, "swaps");
        return File.Exists(swaps) && File.ReadLines(swaps).Skip(1).Any() && !ForbiddenToGroup(proc, groups);
    }

    // the limit of a parent holds for its children
    private static bool ForbiddenToGroup(string proc, string groups)
    {
        var own = Path.Combine(proc, "self", "cgroup");
        var path = File.Exists(own) ? File.ReadLines(own).Select(line => line.Split("::", 2)).FirstOrDefault(parts => parts.Length == 2)?[1] : null;
        for (; !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
        {
            var limit = Path.Combine(groups, path.TrimStart('/'), "memory.swap.max");
            if (File.Exists(limit) && File.ReadAllText(limit).Trim() == "0")
                return true;
        }
        return false;
    }
}
