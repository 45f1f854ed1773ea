"""kpstudio: train facial-keypoint networks and correct landmarks."""
