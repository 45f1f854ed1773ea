"""The domain, on numpy alone: schemes, landmarks, faces, label sets, edits and metrics."""
